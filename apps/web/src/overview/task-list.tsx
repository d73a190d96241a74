import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/index.ts';
import { formatDay, kindLabel, subjectPath, taskLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './overview.module.css';

/** Tasks, each leading to the subject it is about. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  return (
    <ul className={classes.tasks}>
      {tasks.map((task) => (
        <li key={task.key} className={classes.task}>
          <Link className={classes.taskLink} to={subjectPath(task.subject.kind, task.subject.id)}>
            <span>{taskLabel(task.task)}</span>
            <small>{kindLabel(task.subject.kind)} <strong>{task.subject.code}</strong> {task.subject.title} · {t('since', { day: formatDay(task.since, language) })}</small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
