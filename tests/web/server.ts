import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request as a host of this web saw it. */
export type Asked = {
  /** Name of the host that was asked. */
  host: string;
  path: string;
  /** By the clock of the web, which may be simulated. */
  at: Date;
  /** Requests that this host was answering when it came, itself included. */
  inFlight: number;
  conditional: boolean;
  headers: Readonly<IncomingMessage['headers']>;
};

/** One exchange, to be played as a case wants it: as HTTP by `response`, or byte for byte by `socket`. */
export type Exchange = {
  asked: Asked;
  request: IncomingMessage;
  response: ServerResponse;
  /** The connection itself: what is written here is no HTTP but what the case makes of it. */
  socket: Socket;
};
/** What a host does with a request. */
export type Play = (exchange: Exchange) => void;

export type Host = {
  name: string;
  /** `http://127.0.0.1:41234`: every host has a port of its own, so that each is another host to who asks. */
  origin: string;
  port: number;
};

export type Web = {
  /** Opens a host. Its robots.txt allows all, unless it is played too. */
  host: (name: string, play: Play, options?: { robots?: Play }) => Promise<Host>;
  /** Every request, in the order in which they came. */
  log: readonly Asked[];
  close: () => Promise<void>;
};

/** All hosts of one web that misbehaves, on loopback, in this process. `now` dates the log and the answers. */
export function openWeb(now: () => Date): Web {
  const log: Asked[] = [];
  const servers: Server[] = [];

  async function host(name: string, play: Play, options: { robots?: Play } = {}): Promise<Host> {
    let inFlight = 0;
    const server = createServer((request, response) => {
      inFlight += 1;
      let isOver = false;
      const end = () => {
        if (!isOver) inFlight -= 1;
        isOver = true;
      };
      // An answer that was given whole is over before who asked can ask again; one that was cut, when its connection is.
      response.on('finish', end).on('close', end);
      const { headers, socket, url: path = '' } = request;
      const conditional =
        headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
      const asked: Asked = { host: name, path, at: now(), inFlight, conditional, headers };
      log.push(asked);
      response.sendDate = false;
      response.setHeader('date', now().toUTCString());
      // Offered all the time, so that any cookie that comes back is seen.
      response.setHeader('set-cookie', ['visitor=1; Path=/', `night=${log.length}; Path=/`]);
      const asks = path === '/robots.txt' ? (options.robots ?? allowAll) : play;
      asks({ asked, request, response, socket });
    });
    server.keepAliveTimeout = 0;
    // What a test breaks off on purpose is no error of the test.
    server.on('connection', (socket) => socket.on('error', () => {}));
    server.on('clientError', (_error, socket) => socket.destroy());
    servers.push(server);
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
    return { name, port, origin: `http://127.0.0.1:${port}` };
  }

  async function close(): Promise<void> {
    await Promise.all(
      servers.map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      }),
    );
  }
  return { host, log, close };
}

const allowAll: Play = ({ response }) => void response.writeHead(404).end();

/** Answers with a document. */
export const say =
  (body: string | Uint8Array, headers: Record<string, string | string[]> = {}, status = 200): Play =>
  ({ response }) =>
    void response.writeHead(status, headers).end(body);

/** Says exactly these bytes, HTTP or not, and hangs up. */
export const sayRaw =
  (bytes: string | Uint8Array): Play =>
  ({ socket }) =>
    void socket.end(bytes);
