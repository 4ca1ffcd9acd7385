import type { APIRoute, GetStaticPaths } from 'astro';
import { clearUpAfter } from '../../../../clear-up.ts';
import { ready } from '../../../../context.ts';
import { readData } from '../../../../data.ts';
import { mentionFiles } from '../../../../mention-files.ts';

/**
 * The mentions as files: of each month, newest first, with the judgement on each (`2026-05.json`; compressed,
 * `2026-05.json.gz`, where all months together are large; the index names them), and what the explorer reads.
 */
export const getStaticPaths = (() => {
  const page = ready(readData());
  return page ? mentionFiles(page).names.map((file) => ({ params: { file } })) : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const page = ready(readData());
  const file = params['file'] ?? '';
  if (!page) return new Response(null, { status: 404 });
  const bytes = mentionFiles(page).make(file);
  clearUpAfter(bytes.length);
  return new Response(bytes, {
    headers: { 'Content-Type': file.endsWith('.gz') ? 'application/gzip' : 'application/json' },
  });
};
