import { formsOf } from './word-forms.ts';

/** Plain names of what themes are about. Others of their words already say what is thought of it: rude, buggy, rip-off. */
const names = `
  price pricing cost fare rate premium value deal fee charge bill billing invoice payment refund subscription membership contract plan
  delivery shipping shipment parcel package courier postage packaging order ordering booking reservation checkout basket
  service support staff team waiter waitress barista bartender crew driver nurse manager receptionist cashier employee server host
  helpline hotline chatbot warranty guarantee agent claim replacement
  app website site interface login menu navigation update notification design redesign logo style colour layout look font
  food coffee taste flavour quality ingredients portion soup pizza burger chicken steak dessert wine beer cake bread
  battery camera screen sound picture audio signal reception coverage connection speed performance engine suction
  room bed seat mattress pillow ride fit cushion
  store shop branch location restaurant cafe hotel place atmosphere ambience parking toilet bathroom lobby seating terrace view
  selection choice range variety assortment catalogue availability queue line wait
  feature technology advert ad commercial campaign slogan marketing reviews
  wage pay employer workplace policy recycling
`;

/** Those names in all their forms. */
export const aspectWords: ReadonlySet<string> = new Set(names.trim().split(/\s+/).flatMap(formsOf));
