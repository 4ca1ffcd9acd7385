import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server as SocketServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach } from 'vitest';
import { type DoorOptions, type OpenDoor, openDoor } from '../http.ts';
import type { Door } from '../types.ts';

/** Servers on this machine, and doors to them, which are closed when the test ends. */
const closing: (() => unknown)[] = [];
export const whenDone = (close: () => unknown): void => void closing.push(close);
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export const listen = (server: Server | SocketServer): Promise<number> =>
  new Promise((resolve) => {
    whenDone(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
    });
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

export type Site = { url: string; host: string; port: number; asked: string[] };

/** A server, and the paths that it was asked for. It has no robots.txt unless it is given one. */
export async function serve(answer: RequestListener, robots?: RequestListener): Promise<Site> {
  const asked: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url !== '/robots.txt') return answer(request, response);
      if (robots) return robots(request, response);
      return void response.writeHead(404).end();
    }),
  );
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, asked };
}

/** The address of a server that says exactly these bytes and hangs up. */
export async function say(text: string): Promise<string> {
  const port = await listen(
    createSocketServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (data) => {
        if (String(data).startsWith('GET /robots.txt'))
          socket.end('HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n');
        else socket.end(text);
      });
    }),
  );
  return `http://127.0.0.1:${port}/feed`;
}

/** A door that is open to this machine, at a standing clock and without pauses. */
export function door(options: Partial<DoorOptions> = {}): OpenDoor {
  const opened = openDoor({
    userAgent: 'Earshot/0.1 (+https://example.org; test)',
    allowPrivate: ['127.0.0.1'],
    allowHttp: [],
    now: () => new Date('2026-11-20T05:00:00Z'),
    elapsedMs: performance.now.bind(performance),
    pauseMs: 0,
    random: () => 0.5,
    ...options,
  });
  whenDone(() => opened.close());
  return opened;
}

/** A resolver that gives these answers, one a look-up, and the last one from then on. */
export function resolver(...answers: string[][]) {
  const asked: string[] = [];
  const resolve = async (host: string) => {
    asked.push(host);
    const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? [];
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { resolve, asked };
}

/** A key and its certificate, which is for `localhost`, 127.0.0.1 and feeds.example. */
export const readPem = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

/** Makes certificates trusted ones until the test ends. */
export function trust(...pems: (string | undefined)[]): void {
  const trusted = getCACertificates();
  const certificates = pems.map((pem = '') => pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')));
  setDefaultCACertificates([...trusted, ...certificates]);
  whenDone(() => setDefaultCACertificates(trusted));
}

export const quick = { headersMs: 300, totalMs: 900 };
export const text = (body: Uint8Array): string => new TextDecoder().decode(body);

/** The text of an answer, or an error that says what came instead. */
export function textOf(reply: Awaited<ReturnType<Door>>): string {
  if (reply.kind !== 'answer') throw new Error(JSON.stringify(reply));
  return text(reply.body);
}
