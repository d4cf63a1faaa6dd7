import type { Lock } from '#shared/content/kinds/common.ts';

const lock: Readonly<Record<Lock, string>> = { person: 'Låst', leader: 'Låst av ledaren' };

/** The page as a list: what is told and done there beyond the forms. Swedish is the type. */
export const outline = {
  addOther: 'Lägg till annat',
  addOtherChoose: 'Välj vad',
  addOtherDo: 'Lägg till',
  added: (kind: string) => `${kind} är tillagd.`,

  moveToFrame: 'Flytta till ram …',
  moveToFrameOf: (name: string) => `Flytta till ram: ${name}`,
  noFrame: 'Ingen ram',
  movedToFrame: (name: string, frame: string) => `${name}: flyttad till ramen ${frame}.`,
  movedOutOfFrame: (name: string) => `${name}: ligger inte längre i någon ram.`,
  noFrames: 'Det finns ingen ram på sidan än. Lägg till en först.',

  connect: 'Koppla till …',
  connectOf: (name: string) => `Koppla till: ${name}`,
  connected: (from: string, to: string) => `En pil från ${from} till ${to} är tillagd.`,
  loose: 'tom plats',

  pickFind: 'Sök',
  pickMore: (n: number) => `${n} till. Skriv några bokstäver för att hitta rätt.`,
  pickNone: 'Inget stämmer med sökningen.',
  cancel: 'Avbryt',

  inFrame: (frame: string) => `I ramen ${frame}`,
  groupedWith: (n: number) => (n === 1 ? 'Grupperad med 1 till' : `Grupperad med ${n} till`),
  lock,
  members: (n: number) => (n === 1 ? '1 sak i ramen' : `${n} saker i ramen`),
  showMembers: (frame: string) => `Visa innehållet i ramen ${frame}`,
  earlier: (n: number) => `Visa ${n} tidigare`,
  more: (n: number) => `Visa ${n} till`,
  unknown: (n: number) =>
    `${n === 1 ? '1 sak' : `${n} saker`} på sidan kan inte visas, eftersom de är gjorda i en nyare version. Ladda om sidan för att se dem.`,

  bin: 'Papperskorg',
  binOf: (n: number) => (n === 1 ? '1 sak i papperskorgen' : `${n} saker i papperskorgen`),
  binEmpty: 'Papperskorgen är tom.',
  binOwn: 'Här är det som du själv har lagt till och som har tagits bort.',
  binAll: 'Här är allt som har tagits bort från sidan.',
  binned: (time: string) => `Borttagen ${time}`,
  binnedAuthor: (name: string, time: string) => `Tillagd av ${name}, borttagen ${time}`,
  restore: 'Återställ',
  restoreThis: (name: string) => `Återställ ${name}`,
  restored: (name: string) => `${name}: tillbaka på sidan.`,
  binMore: (n: number) => `Visa ${n} till`,
};

export type OutlineMessages = typeof outline;
