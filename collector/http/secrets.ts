import type { Answer, Failure, NotModified, Request } from '../types.ts';

const shortestSecret = 6;

/** Whatever a host may send back of a login, nothing of it is told: where it redirects to is part of our sentences. */
export function withoutSecrets<Reply extends (Answer & { notices?: string[] }) | NotModified | Failure>(
  reply: Reply,
  { form = {}, authorization = '' }: Pick<Request, 'form' | 'authorization'>,
): Reply {
  const secrets = [authorization, ...authorization.split(' '), ...Object.values(form)]
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ '': secret }).toString().slice(1),
    ])
    .filter((secret) => secret.length >= shortestSecret);
  if (secrets.length === 0) return reply;
  const hide = (text: string) =>
    secrets.reduce((shown, secret) => shown.replaceAll(secret, '(secret)'), text);
  if (reply.kind === 'failure') return { ...reply, detail: hide(reply.detail) };
  if (reply.kind === 'answer' && reply.notices) return { ...reply, notices: reply.notices.map(hide) };
  return reply;
}
