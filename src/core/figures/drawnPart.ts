/** A piece of a picture, and how high it is. */
export interface DrawnPart {
  readonly svg: string;
  readonly height: number;
}
