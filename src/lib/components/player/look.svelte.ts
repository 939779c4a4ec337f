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
  chooseSize(size: CaptionSize): void {
    this.size = size;
    remembered.captionSize.set(size);
  }
  chooseGround(ground: CaptionGround): void {
    this.ground = ground;
    remembered.captionGround.set(ground);
  }
  choosePlace(place: CaptionPlace): void {
    this.place = place;
    remembered.captionPlace.set(place);
  }
}
