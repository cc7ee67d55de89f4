// An object-centric log in miniature: two orders with their items, one package, one employee; written by hand.

export const OCEL = {
  objectTypes: [
    { name: 'orders', attributes: [{ name: 'price', type: 'float' }] },
    { name: 'items', attributes: [] },
    { name: 'packages', attributes: [] },
    { name: 'employees', attributes: [] },
  ],
  eventTypes: [
    { name: 'place order', attributes: [{ name: 'lifecycle', type: 'string' }] },
    { name: 'pay order', attributes: [] },
    { name: 'send package', attributes: [] },
  ],
  objects: [
    { id: 'o1', type: 'orders', attributes: [{ name: 'price', value: '12.5', time: '2026-03-02T08:00:00Z' }] },
    { id: 'o2', type: 'orders' },
    { id: 'i1', type: 'items' },
    { id: 'i2', type: 'items' },
    { id: 'p1', type: 'packages' },
    { id: 'Ann', type: 'employees' },
  ],
  events: [
    {
      id: 'e1',
      type: 'place order',
      time: '2026-03-02T09:00:00+01:00',
      attributes: [{ name: 'lifecycle', value: 'start' }],
      relationships: [
        { objectId: 'o1', qualifier: 'order' },
        { objectId: 'i1', qualifier: 'item' },
        { objectId: 'i2', qualifier: 'item' },
        { objectId: 'Ann', qualifier: 'sales person' },
      ],
    },
    {
      id: 'e2',
      type: 'place order',
      time: '2026-03-02T08:30:00Z',
      attributes: [],
      relationships: [
        { objectId: 'o2', qualifier: 'order' },
        { objectId: 'Ann', qualifier: 'sales person' },
      ],
    },
    {
      id: 'e3',
      type: 'pay order',
      time: '2026-03-03T08:00:00Z',
      relationships: [{ objectId: 'o1', qualifier: 'order' }],
    },
    {
      id: 'e4',
      type: 'send package',
      time: '2026-03-04T08:00:00Z',
      attributes: [{ name: 'resource', value: 'Bo' }],
      relationships: [
        { objectId: 'p1', qualifier: 'package' },
        { objectId: 'i1', qualifier: 'item' },
        { objectId: 'i2', qualifier: 'item' },
        { objectId: 'o1', qualifier: 'order' },
        { objectId: 'o2', qualifier: 'order' },
      ],
    },
    {
      id: 'e5',
      type: 'send package',
      time: '2026-03-05T08:00:00Z',
      relationships: [{ objectId: 'p9', qualifier: 'package' }],
    },
    { id: 'e6', type: 'pay order', time: 'soon', relationships: [{ objectId: 'o2', qualifier: 'order' }] },
  ],
};
