/** The pictures in what was pasted. */
export const imagesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/** Lets the person choose pictures among their files. */
export function chooseImages(onchosen: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  // The sorts that are taken in; a phone turns its own into one of them.
  input.accept = 'image/jpeg,image/png,image/webp';
  input.multiple = true;
  input.onchange = () => onchosen([...(input.files ?? [])]);
  input.click();
}
