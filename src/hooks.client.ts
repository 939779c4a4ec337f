import '#lib/components/floor-fill.ts';
