import { added, holds, readBasket, removed, type BasketItem } from '#lib/domain/citations/basket.ts';

const key = 'acervo.bibliography';

/** The reader's list, in the browser's own store. Another tab that changes it is heard. */
export class KeptBasket {
  items = $state.raw<BasketItem[]>([]);
  /** False: the browser keeps nothing, and the list ends with the page. */
  isKept = $state(true);

  constructor() {
    this.#read();
    window.addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) this.#read();
    });
  }

  has(code: string): boolean {
    return holds(this.items, code);
  }

  add(item: BasketItem): void {
    this.#read(); // another tab may have added one meanwhile
    this.set(added(this.items, item));
  }

  remove(code: string): void {
    this.set(removed(this.items, code));
  }

  set(items: BasketItem[]): void {
    this.items = items;
    try {
      localStorage.setItem(key, JSON.stringify(items));
    } catch {
      this.isKept = false;
    }
  }

  #read(): void {
    try {
      this.items = readBasket(localStorage.getItem(key));
    } catch {
      this.isKept = false;
    }
  }
}
