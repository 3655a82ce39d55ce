import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Mall, openMall, type Shop } from './shop.ts';

/** What the cases of a file have in common. */
export let mall: Mall;

/** The one of the case that is running. */
export let shop: Shop;

/** Opens the mall for the cases of this file, and for each of them a shop. */
export function openShops(): void {
  beforeAll(async () => {
    mall = await openMall();
  });
  afterAll(() => mall?.close());
  beforeEach(async () => {
    shop = await mall.openShop();
  });
  afterEach(() => shop.close());
}
