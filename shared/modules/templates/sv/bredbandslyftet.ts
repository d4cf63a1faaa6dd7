import { choiceCards } from './choice-cards.ts';

/** Swedish is the type: English has exactly the same keys. */
export const bredbandslyftetTexts = {
  group: (number: number) => `Grupp ${number}`,
  titles: {
    welcome: 'Välkomna',
    inspiration: 'Inspiration och utmaning',
    inventory: 'Inventeringen',
    choices: 'Strategiska vägval',
    nextSteps: 'Nästa steg',
    evaluation: 'Utvärdering',
  },
  agenda: {
    welcome: 'Välkomna, syfte och spelregler',
    checkIn: 'Incheckning',
    inspiration: 'Inspiration och utmaning, i grupper',
    gathering: 'Återsamling: vad väger tyngst',
    currentState: 'Inventeringen: nuläge och medborgarenkät',
    investment: 'Investeringsbehov och avstånd till målen',
    lunch: 'Lunch',
    roleChange: 'Rollväxling: de som inte deltar i vägvalen lämnar',
    choices: 'Strategiska vägval: genomgång',
    choicesGroups: 'Grupparbete: vinster först, sedan kostnad och intäkt',
    ranking: 'Återrapport och rangordning',
    consent: 'Samtyckesrunda om inriktning',
    nextSteps: 'Nästa steg: vem gör vad, och när',
    evaluation: 'Utvärdering och utcheckning',
  },
  welcome: {
    purpose:
      'Syfte: en gemensam bild av var kommunen står, vilka vägar som finns och vilken inriktning ni vill gå vidare med. Dagen ger en inriktning. Beslut fattas i ordinarie ordning.',
    rules:
      'Spelregler: en i taget. Säg vad du tror och vad du vet, och skilj på dem. Fråga när ett ord är oklart. Skriv inga personuppgifter på tavlan.',
    roles:
      'Roller: workshopledaren är neutral och röstar inte. Den som företräder ett nät på marknaden deltar i allt utom de strategiska vägvalen.',
    checkIn: 'Incheckning: vad behöver hända i dag för att dagen ska vara värd din tid?',
  },
  inspiration: {
    citizens:
      'Nöjda medborgare. Vad blir enklare för dem som bor här när alla kan lita på sin uppkoppling? Tänk på vård, skola, arbete hemma och vardag.',
    business:
      'Attraktiv för företagande. Vad kan företagen göra här som de inte kan i dag? Vad får någon att starta eller flytta hit?',
    municipality:
      'Effektiv kommun. Vad kan kommunens egna verksamheter göra bättre eller billigare? Vad hindrar dem nu?',
  },
  inventory: {
    picture: 'Stämmer bilden av nuläget? Vad känner du inte igen?',
    gaps: 'Vilka områden saknar den hastighet de behöver, och varför har ingen byggt där?',
    needs: 'Vilka behov väger tyngst: hushåll, företag, vård och skola, mobiltäckning, driftsäkerhet?',
    evidence:
      'Ange källa, datum och säkerhet för varje uppgift. Skilj på anslutna hushåll och hushåll som kan beställa. Lämna ute detaljer om ledningar och noder.',
  },
  choices: {
    valueFirst:
      'Börja med värde och vinst: vad blir bättre för medborgare, företag och kommun? Ta kostnad och intäkt därefter. Korten är utgångspunkter: ändra det som inte stämmer hos er.',
    reference: 'Jämför med att inte ändra något: vad kostar det, och vem betalar?',
  },
  cards: choiceCards,
  nextSteps: {
    whoWhatWhen: 'Vem gör vad, och till när? En lapp för varje åtgärd.',
    workingGroup: 'Kommunens arbetsgrupp för bredband: vilka ingår, vem sammankallar, när är första mötet?',
    documents: 'Styrdokument: vilka ska tas fram eller ändras, vem bereder och vem beslutar?',
    followUp: 'Uppföljning om 3 och 12 månader: vad ska ha hänt då, och vem frågar?',
  },
  evaluation: {
    scale:
      'Svara från 1, stämmer inte alls, till 5, stämmer helt. Det går bra att svara vet ej. Skriv på lapparna eller säg det i utcheckningen.',
    questions: [
      'Syftet med workshoppen var tydligt.',
      'Inspiration och utmaning gav oss nya perspektiv på nyttan.',
      'Bilden av nuläget och investeringsbehovet var begriplig och stämde med min uppfattning.',
      'Vägvalen var beskrivna rättvist, med vinster lika tydliga som kostnader.',
      'Materialet var neutralt i fråga om teknik och leverantörer.',
      'Alla kom till tals, och jag kunde säga vad jag tycker.',
      'Workshopledarens sätt att leda hjälpte oss framåt.',
      'Tiden och upplägget var lagom.',
      'Det digitala verktyget var lätt att använda och tillgängligt för mig.',
      'Jag vet vad som är nästa steg och vem som ansvarar.',
      'Jag skulle rekommendera Bredbandslyftet till en annan kommun. Svara från 0 till 10.',
      'Vad var bäst?',
      'Vad bör ändras?',
    ] as readonly string[],
  },
};

export type BredbandslyftetTexts = typeof bredbandslyftetTexts;
