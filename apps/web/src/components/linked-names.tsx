import { useItemsById, type Item } from '../api/index.ts';

/** What a line of a list is linked with, by code and name; asked for together with what the other lines in view need. */
export function LinkedNames({ item, rel }: { readonly item: Pick<Item, 'links'>; readonly rel: string }) {
  const ids = item.links.filter((link) => link.rel === rel).map((link) => link.to);
  const items = useItemsById(ids);
  return <>{ids.flatMap((id) => items.get(id) ?? []).map((one) => `${one.code} ${one.title}`.trim()).join(', ')}</>;
}
