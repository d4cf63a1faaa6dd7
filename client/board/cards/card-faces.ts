import type { Component } from 'svelte';
import type { Kind } from '#shared/content/board-object.ts';
import type { CardFaceProps } from './card-face-props.ts';
import ChoiceFace from './ChoiceFace.svelte';
import ImageFace from './ImageFace.svelte';
import ItemFace from './ItemFace.svelte';
import ConnectorFace from './ConnectorFace.svelte';
import FrameFace from './FrameFace.svelte';
import LinkFace from './LinkFace.svelte';
import NoteFace from './NoteFace.svelte';
import ResultFace from './ResultFace.svelte';
import ShapeFace from './ShapeFace.svelte';
import StampFace from './StampFace.svelte';
import TableFace from './TableFace.svelte';
import TextFace from './TextFace.svelte';
import StrokeFace from './StrokeFace.svelte';

/**
 * How each kind is drawn as a card of the page, legible and reachable. What is too small to read may one day be drawn on a canvas: that
 * painter would stand beside this one, by the same kinds.
 */
export const CARD_FACES: Readonly<Record<Kind, Component<CardFaceProps>>> = {
  note: NoteFace,
  item: ItemFace,
  choice: ChoiceFace,
  result: ResultFace,
  text: TextFace,
  shape: ShapeFace,
  connector: ConnectorFace,
  stroke: StrokeFace,
  frame: FrameFace,
  image: ImageFace,
  stamp: StampFace,
  link: LinkFace,
  table: TableFace,
};
