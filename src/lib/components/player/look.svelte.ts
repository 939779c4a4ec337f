import { remembered } from '#lib/components/player/remembered.ts';

export const captionSizes = ['small', 'medium', 'large', 'huge'] as const;
export const captionGrounds = ['solid', 'light', 'clear'] as const;
export const captionPlaces = ['over', 'below'] as const;
export type CaptionSize = (typeof captionSizes)[number];
export type CaptionGround = (typeof captionGrounds)[number];
export type CaptionPlace = (typeof captionPlaces)[number];

const known = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((each) => each === value);

/** How the reader wants to see captions, kept in their browser. */
export class CaptionLook {
  size = $state<CaptionSize>('medium');
  ground = $state<CaptionGround>('solid');
  place = $state<CaptionPlace>('over');

  /** Not in the constructor: on the server nobody's choice is known, and both must begin alike. */
  restore(): void {
    this.size = known(captionSizes, remembered.captionSize.get()) ?? this.size;
    this.ground = known(captionGrounds, remembered.captionGround.get()) ?? this.ground;
    this.place = known(captionPlaces, remembered.captionPlace.get()) ?? this.place;
  }
  chooseSize(value: string): void {
    this.size = known(captionSizes, value) ?? this.size;
    remembered.captionSize.set(this.size);
  }
  chooseGround(value: string): void {
    this.ground = known(captionGrounds, value) ?? this.ground;
    remembered.captionGround.set(this.ground);
  }
  choosePlace(value: string): void {
    this.place = known(captionPlaces, value) ?? this.place;
    remembered.captionPlace.set(this.place);
  }
}
