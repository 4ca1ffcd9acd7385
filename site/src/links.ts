/** Addresses inside the site, under whatever base path it is built for. */
const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** `link('mentions/')` → `/earshot/mentions/`. */
export const link = (path = ''): string => `${base}${path}`;
