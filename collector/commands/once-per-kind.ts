/** Kinds that are told of; a stream may hold any number of odd things. */
const mostKinds = 20;
/** Times that the same kind is told of. */
const mostTimes = 5;

/** Tells of each kind of oddity a few times at most, and says when it goes on without more words. */
export function oncePerKind(tell: (text: string) => void): (kind: string, text: string) => void {
  const times = new Map<string, number>();
  return (kind, text) => {
    const before = times.get(kind);
    if (before === undefined && times.size >= mostKinds) return;
    times.set(kind, (before ?? 0) + 1);
    if ((before ?? 0) < mostTimes) tell(text);
    else if (before === mostTimes) tell('… and more of these');
  };
}
