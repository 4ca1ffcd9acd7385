import { describe, expect, it } from 'vitest';
import { door, serve } from './loopback.fixture.ts';

const json = { query: '{ search(query: "a \\"b\\" & c") { nodes { id } } }' };

describe('a question in JSON', () => {
  it('is posted as such, and its answer read', async () => {
    const site = await serve((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        response.end(`${request.method} ${request.headers['content-type']} ${body}`);
      });
    });
    const reply = await door()({ url: `${site.url}/graphql`, json, authorization: 'Bearer 123456' });
    expect(reply.kind === 'answer' && new TextDecoder().decode(reply.body)).toBe(
      `POST application/json ${JSON.stringify(json)}`,
    );
  });

  it('is sent on to no other origin', async () => {
    const away = await serve((_, response) => void response.end('taken'));
    const site = await serve((_, response) => {
      response.writeHead(307, { location: `${away.url}/graphql` }).end();
    });
    const reply = await door()({ url: `${site.url}/graphql`, json });
    expect(reply).toMatchObject({ kind: 'failure', reason: 'http_307' });
    expect(away.asked).not.toContain('/graphql');
  });
});
