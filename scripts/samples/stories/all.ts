import { billing } from './billing.ts';
import { credit } from './credit.ts';
import { legal } from './legal.ts';
import { orderDesk } from './order-desk.ts';
import { planning } from './planning.ts';
import { provisioning } from './provisioning.ts';
import { sales } from './sales.ts';
import { serviceDesk } from './service-desk.ts';
import type { Story } from './story.ts';

/** The recordings of the sample, in the order in which a customer meets the people. */
export const STORIES: readonly Story[] = [
  sales,
  orderDesk,
  credit,
  legal,
  planning,
  provisioning,
  serviceDesk,
  billing,
];
