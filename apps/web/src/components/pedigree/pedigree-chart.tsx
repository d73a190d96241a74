import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { layoutPedigree, type PlacedPerson } from './layout-pedigree.ts';
import { neighbourOf, type Direction } from './neighbour.ts';
import { centreOf, pathOf, sizes } from './paths.ts';
import type { PedigreePerson } from './pedigree-person.ts';
import { describePerson, nameLines, nameOf } from './person-words.ts';
import classes from './pedigree-chart.module.css';

export interface PedigreeChartProps {
  readonly people: readonly PedigreePerson[];
  /** The member in whose place the remains are thought to stand, with the code of the remains. */
  readonly remains?: { readonly member: string; readonly code: string } | undefined;
  /** With it every member can be chosen, by mouse, touch, Enter and arrow keys. */
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly selected?: string | undefined;
}

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** A family as it is drawn in genetics: squares for men, circles for women, filled when a profile is there. */
export function PedigreeChart({ people, remains, onSelect, selected }: PedigreeChartProps) {
  const { t } = useTranslation('pedigree');
  const layout = useMemo(() => layoutPedigree(people), [people]);
  const svg = useRef<SVGSVGElement>(null);
  const width = sizes.margin * 2 + Math.max(0, layout.width - 1) * sizes.place;
  const height = sizes.top + layout.rows * sizes.row - 20;
  const words = people.map((person) => ({ id: person.id, text: describePerson(person, { people, remainsAt: remains?.member }, t) }));
  const move = (event: KeyboardEvent, id: string): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect?.(id);
    }
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const next = neighbourOf(layout, id, direction);
    const target = [...(svg.current?.querySelectorAll('g[data-member]') ?? [])].find((one) => one.getAttribute('data-member') === next);
    if (target instanceof SVGElement) target.focus();
  };
  return (
    <figure style={{ margin: 0 }}>
      <div className={classes.scroll} role="group" aria-label={t('title')} tabIndex={0}>
        <svg ref={svg} className={classes.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...(onSelect === undefined ? { role: 'img', 'aria-label': words.map((one) => one.text).join('. ') } : { role: 'group', 'aria-label': t('chooseMember') })}>
          {layout.couples.map((couple) => <path key={`${couple.father.person.id} ${couple.mother.person.id}`} className={classes.line} d={pathOf(couple)} />)}
          {layout.people.map((placed) => (
            <Member
              key={placed.person.id} placed={placed} remainsCode={remains?.member === placed.person.id ? remains.code : undefined}
              {...(onSelect === undefined ? {} : {
                button: {
                  label: words.find((one) => one.id === placed.person.id)?.text ?? nameOf(placed.person), pressed: selected === placed.person.id,
                  onClick: () => onSelect(placed.person.id), onKeyDown: (event: KeyboardEvent) => move(event, placed.person.id),
                },
              })}
            />
          ))}
        </svg>
      </div>
      <Legend />
      <details className={classes.words}>
        <summary>{t('inWords')}</summary>
        <ul>{words.map((one) => <li key={one.id}>{one.text}</li>)}</ul>
      </details>
    </figure>
  );
}

interface MemberButton {
  readonly label: string;
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Member({ placed, remainsCode, button }: { readonly placed: PlacedPerson; readonly remainsCode: string | undefined; readonly button?: MemberButton }) {
  const { t } = useTranslation('pedigree');
  const { person } = placed;
  const { x, y } = centreOf(placed);
  const reach = sizes.symbol / 2;
  return (
    <g
      className={classes.member} data-member={person.id} data-state={person.state} data-typed={person.typed === true ? '' : undefined}
      {...(button === undefined ? {} : { role: 'button', tabIndex: 0, 'aria-label': button.label, 'aria-pressed': button.pressed, onClick: button.onClick, onKeyDown: button.onKeyDown })}
    >
      <rect className={classes.focus} x={x - sizes.place / 2 + 3} y={y - reach - 12} width={sizes.place - 6} height={sizes.symbol + 67} rx={8} fill="none" pointerEvents="all" />
      {remainsCode !== undefined && <circle className={classes.ring} cx={x} cy={y} r={reach + 9} />}
      <Symbol sex={person.sex} x={x} y={y} />
      {person.state === 'missing' && <text aria-hidden className={classes.question} x={x} y={y + 7}>?</text>}
      {person.state === 'dead' && <line className={classes.cross} x1={x - reach - 6} y1={y + reach + 6} x2={x + reach + 6} y2={y - reach - 6} style={person.typed === true ? { stroke: 'var(--mantine-color-text)' } : undefined} />}
      {nameLines(nameOf(person)).map((line, place) => <text key={line} aria-hidden className={classes.name} x={x} y={y + reach + 18 + place * 15}>{`${line} `}</text>)}
      {remainsCode !== undefined && <text aria-hidden className={classes.note} x={x} y={y - reach - 14}>{t('remainsCode', { code: remainsCode })}</text>}
    </g>
  );
}

function Symbol({ sex, x, y }: { readonly sex: PedigreePerson['sex']; readonly x: number; readonly y: number }) {
  const reach = sizes.symbol / 2;
  if (sex === 'male') return <rect className={classes.symbol} x={x - reach} y={y - reach} width={sizes.symbol} height={sizes.symbol} />;
  if (sex === 'female') return <circle className={classes.symbol} cx={x} cy={y} r={reach} />;
  return <polygon className={classes.symbol} points={`${x},${y - reach} ${x + reach},${y} ${x},${y + reach} ${x - reach},${y}`} />;
}

function Legend() {
  const { t } = useTranslation('pedigree');
  const icon = (children: React.ReactNode) => <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden>{children}</svg>;
  const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;
  return (
    <ul className={classes.legend}>
      <li>{icon(<rect x="3" y="3" width="16" height="16" {...stroke} />)}{t('sex.male')}</li>
      <li>{icon(<circle cx="11" cy="11" r="8" {...stroke} />)}{t('sex.female')}</li>
      <li>{icon(<polygon points="11,2 20,11 11,20 2,11" {...stroke} />)}{t('sex.unknown')}</li>
      <li>{icon(<rect x="3" y="3" width="16" height="16" fill="currentColor" />)}{t('typed')}</li>
      <li>{icon(<rect x="3" y="3" width="16" height="16" {...stroke} strokeDasharray="3 3" />)}{t('state.missing')}</li>
      <li>{icon(<><circle cx="11" cy="11" r="7" {...stroke} /><line x1="2" y1="20" x2="20" y2="2" {...stroke} /></>)}{t('state.dead')}</li>
    </ul>
  );
}
