import { describe, expect, it } from 'vitest';
import { NO_INSIGHTS, SMALL_GRAPH } from '../gallery/make-small-model.ts';
import { makeProcessView } from '../gallery/make-view.ts';
import { buildMapModel, END, type MapModel, START } from './map-model.ts';
import { chooseShare, countUnsure, selectVisible, type Visible } from './select-visible.ts';

const small = buildMapModel({ graph: SMALL_GRAPH, insights: NO_INSIGHTS });
const large = buildMapModel(makeProcessView());

const idsOf = (visible: Visible): string[] => visible.links.map(({ id }) => id);

describe('selectVisible', () => {
  it('draws the busiest ways first', () => {
    const visible = selectVisible(small, { share01: 0.8, showsUnsure: false });
    expect(visible.activities).toEqual(['a', 'b', 'd']);
    expect(idsOf(visible)).toEqual(['a--b', 'b--d', 'start>a', 'd>end']);
  });

  it('draws everything that is sure at full share, and the rest on demand', () => {
    const sure = selectVisible(small, { share01: 1, showsUnsure: false });
    expect(sure.activities).toEqual(['a', 'b', 'c', 'd']);
    const all = selectVisible(small, { share01: 1, showsUnsure: true });
    expect([all.activities.length, all.links.length, countUnsure(small)]).toEqual([5, 8, 1]);
  });

  it('draws what is selected with its way from the start and to the end', () => {
    const visible = selectVisible(small, { share01: 0.5, showsUnsure: false, keep: ['c'] });
    expect(idsOf(visible)).toEqual(expect.arrayContaining(['start>a', 'a--c', 'c--d', 'd>end']));
  });

  it.each([0.3, 0.5, 0.7, 0.9, 1])('keeps every activity connected to start and end at %f', (share01) => {
    const visible = selectVisible(large, { share01, showsUnsure: false });
    const inside = new Set([...visible.activities, START, END]);
    expect(visible.links.every(({ source, target }) => inside.has(source) && inside.has(target))).toBe(true);
    expect(reach(visible, START, 'source')).toEqual(new Set([...visible.activities, START, END]));
    expect(reach(visible, END, 'target')).toEqual(new Set([...visible.activities, START, END]));
  });

  it('only ever adds as the share grows', () => {
    const sizes = [0.3, 0.5, 0.7, 0.9, 1].map(
      (share01) => new Set(idsOf(selectVisible(large, { share01, showsUnsure: false }))),
    );
    sizes.slice(1).forEach((more, index) => expect(sizes[index]?.isSubsetOf(more)).toBe(true));
  });
});

describe('chooseShare', () => {
  it('shows small processes whole and large ones in part', () => {
    expect(chooseShare(small)).toBe(1);
    const share01 = chooseShare(large);
    const { activities, links } = selectVisible(large, { share01, showsUnsure: false });
    expect(activities.length).toBeGreaterThan(20);
    expect(activities.length).toBeLessThanOrEqual(36);
    expect(links.length).toBeLessThanOrEqual(56);
  });

  it('does not fail on a process without anything', () => {
    const none: MapModel = buildMapModel({
      graph: { ...SMALL_GRAPH, activities: [], transitions: [], start: [], end: [] },
      insights: NO_INSIGHTS,
    });
    expect(selectVisible(none, { share01: chooseShare(none), showsUnsure: true })).toEqual({
      activities: [],
      links: [],
      transitions: 0,
      bottlenecks: 0,
    });
  });
});

function reach(visible: Visible, root: string, near: 'source' | 'target'): Set<string> {
  const far = near === 'source' ? 'target' : 'source';
  const found = new Set([root]);
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const link of visible.links) {
      if (link[near] !== node || found.has(link[far])) continue;
      found.add(link[far]);
      pending.push(link[far]);
    }
  }
  return found;
}
