/** Swedish is the type: English has exactly the same keys. */
export const workingGroupTexts = {
  group: (number: number) => `Grupp ${number}`,
  titles: {
    welcome: 'Välkomna',
    information: 'Lägesinformation',
    groupWork: 'Förvaltningsmodell',
    material: 'Avstämning om underlag',
    inspiration: 'Smarta kommuner',
    nextSteps: 'Inför nästa möte',
  },
  agenda: {
    welcome: 'Välkomna och dagordning för dagens möte',
    information: 'Information om piloten och om genomförda avstämningar',
    plan: 'Hur arbetar vi framöver: utveckling, granskning och godkännande',
    groupWork: 'Grupparbete om förvaltningsmodell',
    lunch: 'Lunch',
    groupWorkContinued: 'Grupparbete om förvaltningsmodell, fortsättning',
    material: 'Avstämning om underlag som skickats ut',
    inspiration: 'Smarta kommuner: till inspiration och utmaning',
    closing: 'Inför nästa möte och avslutning',
  },
  welcome: {
    purpose:
      'Målet med mötet: ett förslag till hur programmet ska förvaltas, och en avstämning av det underlag som skickats ut.',
    rules:
      'Spelregler: en i taget. Varje grupp lämnar en gemensam rangordning och sina skäl. Mötet ger en inriktning och fattar inga beslut.',
  },
  information: {
    pilot: 'Piloten: vad är förberett, vad återstår, hur följer vi upp den?',
    feedback: 'Avstämningarna: vad har vi fått för återkoppling, och från vilka?',
    plan: 'Leveranserna: vad ska tas fram, vem granskar och när ska synpunkterna vara inne?',
  },
  groupWork: {
    task: 'Uppgift: rangordna alternativen och skriv gruppens skäl. En lapp för varje skäl. Alternativ som ni förkastar lika kan stå på samma plats.',
    dimensions:
      'Fyra frågor för varje alternativ: vem äger, vem betalar, vem väljer ut kommunerna, vem följer upp?',
  },
  alternatives: {
    a: {
      title: 'Bredbandsforum äger, finansierar och väljer ut',
      description:
        'Ägande: Bredbandsforum bestämmer över innehåll och genomförande.\nFinansiering: Bredbandsforum, inom sin budget eller med nya pengar.\nDeltagande: Bredbandsforum väljer ut kommunerna.\nUppföljning: kansliet.\nFörutsätter att styrgruppen och regeringen prioriterar programmet.',
    },
    b: {
      title: 'En aktör äger, en styrgrupp finansierar och beslutar',
      description:
        'Ägande: en aktör förvaltar programmet, till exempel PTS, SKL, IT&Telekomföretagen eller Bredbandsforum.\nFinansiering: delas av dem som ingår i styrgruppen.\nDeltagande: styrgruppen beslutar gemensamt.\nUppföljning: den aktör som äger programmet.',
    },
    c: {
      title: 'En aktör äger, alla får använda fritt',
      description:
        'Ägande: en aktör förvaltar materialet.\nFinansiering: ingen gemensam. Materialet är gratis.\nDeltagande: vem som helst får använda det, utan krav.\nUppföljning: ingen samlad.',
    },
  },
  material: {
    comments: 'Vad fungerar i underlaget, och vad behöver ändras? Ange vilket dokument det gäller.',
    neutrality: 'Är underlaget neutralt i fråga om teknik och leverantörer?',
    gains: 'Framgår värde och vinst lika tydligt som kostnad och arbete?',
  },
  inspiration: {
    citizens: 'Nöjda medborgare. Vilka goda exempel känner ni till?',
    business: 'Attraktiv för företagande. Vilka goda exempel känner ni till?',
    municipality: 'Effektiv kommun. Vilka goda exempel känner ni till?',
  },
  nextSteps: {
    whoWhatWhen: 'Vem gör vad, och till när? En lapp för varje åtgärd.',
    meetings: 'Kommande möten: datum, tid och plats. Skriv om ett tidigare datum har ändrats.',
  },
};

export type WorkingGroupTexts = typeof workingGroupTexts;
