import type { ChoiceCardText } from '../choice-card-text.ts';

/**
 * The twelve ways forward that the programme starts from. They name requirements, not technologies or companies, and say
 * where a statement is an estimate or depends on the place.
 */
export const choiceCards: readonly ChoiceCardText[] = [
  {
    title: 'Marknadsdriven utbyggnad',
    description: 'Marknaden bygger där den ser efterfrågan. Kommunen vidtar inga egna åtgärder.',
    valueCitizens: 'Bredband kan komma snabbt där många vill ansluta sig.',
    valueBusiness: 'Företag i tätort och verksamhetsområden kan få flera anbud att välja mellan.',
    valueMunicipality: 'Pengar och arbetstid kan användas till annat.',
    cost: 'Uppskattning: nära noll i direkta utgifter. De områden som blir utan kan kosta på andra sätt.',
    revenue: 'Ingen.',
    pros: 'Kommunen har ingen utbyggnadskostnad och tar ingen affärsrisk.',
    cons: 'Kommunen har inget inflytande. Det är oklart vad som byggs på landsbygden, och risken är stor att områden blir utan.',
  },
  {
    title: 'Samverkansavtal med marknadsaktör',
    description:
      'Kommunen avtalar om utbyggnaden med en eller flera aktörer. Avtalet kräver att även landsbygden nås.',
    valueCitizens: 'Det står i avtalet vilka områden som ska nås, och när.',
    valueBusiness: 'Företag utanför tätorten kan planera efter en känd tidplan.',
    valueMunicipality: 'Utbyggnaden blir förutsägbar och går att följa upp.',
    cost: 'Uppskattning: arbetstid och juridiskt stöd, ibland tillgång till mark.',
    revenue: 'Ingen, eller hyra för tomma rör i marken.',
    pros: 'Risken delas, och kravet på täckning finns på papper.',
    cons: 'Kommunen kan bli bunden till en aktör. Utan vite är det svårt att få avtalet uppfyllt. Alla aktörer måste behandlas lika.',
  },
  {
    title: 'Eget öppet nät',
    description:
      'Kommunen äger ett nät som är öppet för alla. En kommunikationsoperatör driver det, och kommunen säljer inga tjänster till hushåll.',
    valueCitizens: 'Hushållen kan välja mellan tjänster från flera leverantörer.',
    valueBusiness: 'Företagen får konkurrens om tjänsterna på samma villkor överallt i nätet.',
    valueMunicipality: 'Kommunen styr utbyggnaden och kan ansluta sina egna verksamheter.',
    cost: 'Uppskattning: hög investering, ofta avskriven på 25–40 år, och därtill drift.',
    revenue: 'Ersättning för varje aktiv anslutning och anslutningsavgifter.',
    pros: 'Kontroll och konkurrens i samma nät. Ett överskott kan gå till mer utbyggnad.',
    cons: 'Kräver kapital och kompetens. Kommunen får dubbla roller, och konkurrensreglerna begränsar vad den får göra.',
  },
  {
    title: 'Endast passiv infrastruktur',
    description:
      'Kommunen hyr ut rör och passiva förbindelser till alla på lika villkor. Andra sköter utrustning och tjänster.',
    valueCitizens: 'Fler aktörer kan nå fram till hemmet, med den teknik som passar platsen.',
    valueBusiness: 'Flera leverantörer kan erbjuda företagen anslutning.',
    valueMunicipality: 'Kommunen kan hålla sig neutral och ändå påverka var det går att bygga.',
    cost: 'Uppskattning: medelhög till hög investering, låg driftkostnad.',
    revenue:
      'Hyra för varje förbindelse. Exempel från ett område: 125–180 kronor i månaden. Kontrollera dagens priser.',
    pros: 'Neutralt, enkelt att förklara och billigt att driva.',
    cons: 'Kommunen styr inte över tjänsterna. Intäkten är liten för varje förbindelse.',
  },
  {
    title: 'Stöd till föreningar och byalag',
    description:
      'Kommunen stöder invånare som bygger själva, med rådgivning, borgen eller en förbindelse fram till byn.',
    valueCitizens: 'Byar som annars blir utan kan få bredband, och grannar lär känna varandra.',
    valueBusiness: 'Lantbruk och småföretag utanför tätorten kan anslutas.',
    valueMunicipality: 'Landsbygden förblir en plats att bo och verka på.',
    cost: 'Uppskattning: en rådgivare, bidrag och den risk som borgen innebär.',
    revenue: 'Ingen. Nätet kan eventuellt tas över längre fram.',
    pros: 'Lokal kraft. Enligt Byanätsgruppen kan kostnaden halveras jämfört med kommersiell utbyggnad.',
    cons: 'Ideella krafter kan ta slut. Det måste vara klart vem som driver nätet om tio år och vad som gäller för dem som ansluter sig sent.',
  },
  {
    title: 'Kommunal medfinansiering av stöd',
    description:
      'Kommunen bidrar till projekt som söker statligt bredbandsstöd, så att fler byggnader kan ingå.',
    valueCitizens: 'De hushåll som återstår kan nås.',
    valueBusiness: 'Företag i glesbygd kan nås samtidigt som hushållen.',
    valueMunicipality: 'Kommunens pengar drar med sig statliga pengar.',
    cost: 'Uppskattning: en andel för varje byggnad. Ta fram beloppet för era områden.',
    revenue: 'Ingen.',
    pros: 'Når dem som marknaden inte når.',
    cons: 'Stödet täcker inte hela kostnaden, konkurrensen är hård varje år, och statsstödsreglerna ska följas.',
  },
  {
    title: 'Samordning av grävning och samförläggning',
    description: 'Alla som gräver delar planer, och rör för bredband läggs ned när marken ändå är öppen.',
    valueCitizens: 'Mindre grävande och färre avstängda vägar.',
    valueBusiness: 'Färre störningar och kortare väntan på anslutning.',
    valueMunicipality: 'Vägar, vatten och avlopp kan bli billigare när schaktet delas.',
    cost: 'Uppskattning: arbetstid och en gemensam grävkalender.',
    revenue: 'Minskade kostnader, och hyra för rör.',
    pros: 'Billigt, går snabbt att börja med och passar ihop med alla andra vägval.',
    cons: 'Kräver en rutin som flera förvaltningar följer.',
  },
  {
    title: 'Smidig markåtkomst och rimliga avgifter',
    description: 'Kommunen ger besked om mark och tillstånd fort, med samma avtal och avgifter för alla.',
    valueCitizens: 'Utbyggnaden kan börja tidigare.',
    valueBusiness: 'Kommunen blir lättare att bygga i, vilket kan locka flera aktörer.',
    valueMunicipality: 'Standardavtal sparar arbete och gör kommunen till en neutral part.',
    cost: 'Uppskattning: nära noll utöver arbetstid.',
    revenue: 'Avgifter som motsvarar kommunens kostnad.',
    pros: 'Kostar lite och är neutralt i fråga om teknik.',
    cons: 'Villkoren måste vara lika för alla. En kommun har vid vite förbjudits att neka konkurrenter mark (2019).',
  },
  {
    title: 'Kommunen som kund',
    description:
      'Kommunen upphandlar anslutning till sina egna verksamheter efter funktion, och blir en första stor kund i området.',
    valueCitizens: 'En skola eller ett boende som ansluts kan göra det lönsamt att ansluta husen intill.',
    valueBusiness: 'Efterfrågan samlas, vilket kan ge fler anbud.',
    valueMunicipality: 'Bättre och säkrare anslutning till vård, skola och teknik.',
    cost: 'Avtalets kostnad. Ta fram den för era verksamheter.',
    revenue: 'Ingen intäkt, men möjliga besparingar.',
    pros: 'Drar i gång utbyggnad med pengar som kommunen ändå använder.',
    cons: 'Upphandlingsreglerna styr. Kraven får inte binda kommunen till en viss teknik.',
  },
  {
    title: 'Sälja nätet som kommunen äger',
    description: 'Kommunen säljer hela eller delar av sitt nät till en annan ägare.',
    valueCitizens: 'En ägare med större resurser kan bygga mer, om avtalet kräver det.',
    valueBusiness: 'En större ägare kan ha ett bredare utbud.',
    valueMunicipality: 'Kapital frigörs till annat.',
    cost: 'Uppskattning: kostnad för försäljningen, och framtida priser för kommunens egna anslutningar.',
    revenue: 'Köpesumman, en gång.',
    pros: 'En engångsintäkt, och affärsrisken lämnar kommunen.',
    cons: 'Kommunen förlorar inflytandet över investeringar, och nätet kan säljas vidare. SKL rådde 2018 kommuner att behålla sina nät.',
  },
  {
    title: 'Regional samverkan eller gemensamt bolag',
    description:
      'Flera kommuner delar nät, bolag, avtal eller personal. Det kan också gälla utbyggnad nära kommungränsen.',
    valueCitizens: 'Hushåll vid kommungränsen faller inte mellan två stolar.',
    valueBusiness: 'Ett större område ger enhetliga villkor och kan locka fler leverantörer.',
    valueMunicipality: 'Kompetens som är svår att rekrytera ensam kan delas.',
    cost: 'Uppskattning: kommunens andel i bolaget eller samarbetet.',
    revenue: 'Andel av ett eventuellt överskott.',
    pros: 'Gemensam personal och plattform.',
    cons: 'Beslut kan ta längre tid. Kontrollera vilka regler som gäller för att bygga utanför den egna kommunen.',
  },
  {
    title: 'Blandad teknik för de sista',
    description:
      'Kommunen ställer krav på funktion för de hushåll som återstår. Trådbundet, fast trådlöst, mobilt och satellit bedöms lika.',
    valueCitizens: 'Ingen lämnas utan under lång tid.',
    valueBusiness: 'Spridda företag kan få en lösning som räcker för driften.',
    valueMunicipality: 'Målen för de sista hushållen kan nås för en lägre investering.',
    cost: 'Uppskattning: låg till medelhög investering för varje hushåll, men löpande kostnader.',
    revenue: 'Ingen, eller avgifter för tjänsten.',
    pros: 'Går snabbt och kostar mindre för varje hem att komma i gång med.',
    cons: 'Kapaciteten kan bli lägre och livslängden kortare. Väder och terräng kan påverka.',
  },
];
