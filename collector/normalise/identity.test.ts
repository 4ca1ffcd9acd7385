import { describe, expect, test } from 'vitest';
import { shortHash } from './hash.ts';
import { docOfLink, identify, idOfLink, type Marks } from './identity.ts';

const item = (marks: Partial<Marks>): Marks => ({
  url: null,
  guid: undefined,
  title: '',
  text: '',
  day: '2026-11-20',
  ...marks,
});
const keys = (items: Marks[], source = 'city-paper') =>
  identify(items, source).identities.map((one) => one?.key);
const docs = (items: Marks[], source = 'city-paper') =>
  identify(items, source).identities.map((one) => one?.doc);

const two = ['https://a.example/1', 'https://a.example/2'] as const;

describe('an item is told by', () => {
  test('its link, whatever its guid is tonight', () => {
    expect(keys([item({ url: two[0], guid: 'night-1' })])).toEqual(
      keys([item({ url: two[0], guid: 'night-2', title: 'Edited' })]),
    );
  });
  test('its guid where it has no link', () =>
    expect(keys([item({ guid: '7', title: 'Old' })])).toEqual(keys([item({ guid: '7', title: 'New' })])));
  test('its guid where the link is only the address of the site', () => {
    const [key] = keys([item({ url: 'https://a.example/', guid: '7' })]);
    expect(key).toMatch(/^guid /);
  });
  test('its title and day where it has neither', () => {
    const [one, other] = keys([item({ title: 'Rain' }), item({ title: 'Rain', day: '2026-11-21' })]);
    expect(one).toMatch(/^title /);
    expect(one).not.toBe(other);
  });
  test('its text too, where several share title and day', () =>
    expect(
      new Set(keys([item({ title: 'Good', text: 'Fast' }), item({ title: 'Good', text: 'Cheap' })])).size,
    ).toBe(2));
  test('nothing, where it says nothing', () => expect(keys([item({})])).toEqual([undefined]));
});

describe('a feed with bad marks still has its items told apart', () => {
  test('all share one guid: the links tell them, and the feed is flagged', () => {
    const { identities, flags } = identify(
      two.map((url) => item({ url, guid: 'same' })),
      's',
    );
    expect(new Set(identities.map((one) => one?.key)).size).toBe(2);
    expect(flags).toEqual(['bad_guid']);
  });
  test('all share one link: the guids tell them, and the feed is flagged', () => {
    const { identities, flags } = identify(
      ['1', '2', '3'].map((guid) => item({ url: two[0], guid })),
      's',
    );
    expect(new Set(identities.map((one) => one?.doc)).size).toBe(3);
    expect(flags).toEqual(['bad_link']);
  });
  test('all share both: the titles tell them, and both are flagged', () => {
    const { identities, flags } = identify(
      ['a', 'b'].map((title) => item({ url: two[0], guid: '1', title })),
      's',
    );
    expect(new Set(identities.map((one) => one?.key)).size).toBe(2);
    expect(flags).toEqual(['bad_link', 'bad_guid']);
  });
  test('one item listed twice is no bad mark', () => {
    const { identities, flags } = identify(
      [item({ url: two[0], guid: '1' }), item({ url: two[0], guid: '1' })],
      's',
    );
    expect(identities[0]).toEqual(identities[1]);
    expect(flags).toEqual([]);
  });
});

describe('a document is the same in several sources', () => {
  test('by its link', () =>
    expect(docs([item({ url: two[0] })], 'one')).toEqual(
      docs([item({ url: 'http://www.a.example/1/' })], 'two'),
    ));
  test('by a guid that is an address, a URN or a tag', () => {
    for (const guid of ['https://a.example/?p=1', 'urn:uuid:1', 'tag:a.example,2026:1'])
      expect(docs([item({ guid })], 'one')).toEqual(docs([item({ guid })], 'two'));
  });
  test('not by a guid that is a mere number', () =>
    expect(docs([item({ guid: '7' })], 'one')).not.toEqual(docs([item({ guid: '7' })], 'two')));
  test('and has an id of 16 hexadecimal digits', () =>
    expect(docs([item({ guid: 'x'.repeat(2_000_000) }), item({ title: 'a' })])).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}$/),
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]));
});

describe('an item whose link or guid turns out to be shared', () => {
  const first = item({ url: two[0], guid: 'a', title: 'Question' });
  const answer = item({ url: two[0], guid: 'b', title: 'Answer' });
  test('names the key that it had while nothing else bore its link', () => {
    const [alone] = keys([first]);
    const { identities, formerly } = identify([answer, first], 's');
    expect(formerly.get(identities[1]?.key ?? '')).toEqual([alone]);
  });
  test('names none where nothing is shared', () => {
    expect(identify([first, item({ url: two[1], guid: 'c' })], 's').formerly.size).toBe(0);
  });
});

test('the hashes of what is known by its link can be made again from the link alone', () => {
  const [identity] = identify([item({ url: two[0], guid: '7' })], 'city-paper').identities;
  expect(docOfLink(two[0])).toBe(identity?.doc);
  expect(idOfLink('city-paper', two[0])).toBe(shortHash(`city-paper\n${identity?.key}`));
  expect(docOfLink('https://a.example/')).toBeUndefined();
  expect(idOfLink('city-paper', 'https://a.example/')).toBeUndefined();
});
