import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../src/lib/layered-layout.ts';
import { NO_INSIGHTS, SMALL_GRAPH } from '../gallery/make-small-model.ts';
import { buildMapModel } from './map-model.ts';
import { findNeighbours, findSelected } from './neighbours.ts';
import { askLayout, buildScene, findGaps, findMiddle, placeMark, scaleStroke } from './scene.ts';
import { selectVisible } from './select-visible.ts';
import { fitTransform, isWithin } from './use-zoom.ts';
import { walk } from './walk.ts';
import { activityId, transitionId } from '../gallery/fixture-ids.ts';

const model = buildMapModel({ graph: SMALL_GRAPH, insights: NO_INSIGHTS });
const request = askLayout(model, selectVisible(model, { share01: 1, showsUnsure: true }));
const scene = buildScene(model, layoutGraph(request.nodes, request.edges));

describe('scene', () => {
  it('holds every activity, both markers and every way', () => {
    expect(scene.nodes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'end', 'start']);
    expect(scene.edges.length).toBe(8);
    expect(scene.edges.every(({ path, head }) => path.startsWith('M') && head.endsWith('Z'))).toBe(true);
  });

  it('leaves out what the model does not know any more', () => {
    const gone = buildMapModel({ graph: { ...SMALL_GRAPH, activities: [], transitions: [] }, insights: NO_INSIGHTS });
    const stale = buildScene(gone, layoutGraph(request.nodes, request.edges));
    expect(stale.nodes.map(({ id }) => id)).toEqual(['start', 'end']);
  });

  it('draws busier ways wider, and none so thin that it vanishes', () => {
    expect([0, 0.25, 1, 4].map(scaleStroke)).toEqual([1.25, 4.25, 7.25, 7.25]);
  });

  it('puts marks between layers, on the line', () => {
    const gaps = findGaps([
      { y: 0, height: 50 },
      { y: 200, height: 50 },
      { y: 100, height: 50 },
      { y: 90, height: 20 },
    ]);
    expect(gaps).toEqual([70, 175]);
    expect(
      placeMark(
        [
          { x: 0, y: 50 },
          { x: 0, y: 150 },
          { x: 50, y: 200 },
        ],
        gaps,
      ),
    ).toEqual({ x: 25, y: 175 });
    expect(
      placeMark(
        [
          { x: 0, y: 250 },
          { x: 0, y: 300 },
        ],
        gaps,
      ),
    ).toEqual({ x: 0, y: 275 });
    expect(findGaps([])).toEqual([]);
  });

  it('finds the middle of a bent line', () => {
    expect(
      findMiddle([
        { x: 0, y: 0 },
        { x: 0, y: 10 },
        { x: 30, y: 10 },
      ]),
    ).toEqual({ x: 10, y: 10 });
    expect(findMiddle([])).toEqual({ x: 0, y: 0 });
  });
});

describe('walk', () => {
  it('goes along the busiest way, down and up', () => {
    expect([walk(scene, 'a', 'ArrowDown'), walk(scene, 'd', 'ArrowUp'), walk(scene, 'b', 'ArrowDown')]).toEqual([
      'b',
      'b',
      'd',
    ]);
  });

  it('goes to the neighbour on the same layer', () => {
    const sides = [walk(scene, 'b', 'ArrowLeft'), walk(scene, 'b', 'ArrowRight')];
    expect(sides).toContain('c');
    expect(sides).toContain(undefined);
  });

  it('stays where the way ends, and starts at the first activity', () => {
    expect([walk(scene, 'e', 'ArrowDown'), walk(scene, 'a', 'ArrowUp'), walk(scene, 'nowhere', 'ArrowDown')]).toEqual([
      undefined,
      undefined,
      'a',
    ]);
  });
});

describe('neighbours', () => {
  it('lights an activity with its ways and their other ends', () => {
    expect([...findNeighbours(scene, 'c')].sort()).toEqual(['a', 'a--c', 'c', 'c--d', 'c--e', 'd', 'e']);
  });

  it('knows which elements a selection means', () => {
    expect(findSelected(undefined, NO_INSIGHTS)).toEqual([]);
    expect(findSelected({ what: 'activity', id: activityId('a') }, NO_INSIGHTS)).toEqual(['a']);
    expect(findSelected({ what: 'transition', id: transitionId('a', 'b') }, NO_INSIGHTS)).toEqual(['a--b']);
  });
});

describe('fitting', () => {
  const view = { clientWidth: 1000, clientHeight: 600 };

  it('shows a map that can be read as a whole, in the middle', () => {
    const { x, y, k } = fitTransform({ width: 944, height: 272 }, view, 0.7);
    expect([x, y, k]).toEqual([28, 164, 1]);
  });

  it('shows the top of one that could not be read', () => {
    const { y, k } = fitTransform({ width: 500, height: 4000 }, view, 0.7);
    expect([y, k]).toEqual([28, 0.7]);
  });

  it('tells what lies within a view', () => {
    expect([isWithin([0, 10], 10), isWithin([-1, 5], 10), isWithin([6, 5], 10)]).toEqual([true, false, false]);
  });
});
