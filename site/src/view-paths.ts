import { readData } from './data.ts';
import { type Scope, type View, viewPath, viewsOf } from './view/views.ts';

/** What Astro asks of a page below `[...view]/`: its addresses, and the view that each of them names. */
export function viewPaths(
  scope: Scope,
): { params: { view: string | undefined }; props: { view: View | undefined } }[] {
  const { about } = readData();
  // Without figures there is one page, which says so.
  if (!about) return [{ params: { view: undefined }, props: { view: undefined } }];
  return viewsOf(about, scope).map((view) => ({
    params: { view: viewPath(about, view).slice(0, -1) || undefined },
    props: { view },
  }));
}
