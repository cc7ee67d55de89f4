// Words before a value that say what it is. Many numbers with a check digit are order numbers; the words decide.

import { BLANK } from './span.ts';

export type Hint = 'phone' | 'card' | 'iban' | 'business' | 'id' | 'none';

/** How far back a word still speaks of the value. */
const REACH = 48;

/** Whole words; `*` at the end stands for any ending, as in "Telefonnummer". */
const WORDS: Readonly<Record<Exclude<Hint, 'none'>, string>> = {
  phone:
    'tel telephone telefon* téléphone teléfono telefono phone phones mobile mobil mobilnummer* cell handy handynummer* fax ' +
    'call calls called calling ring dial sms whatsapp rufnummer* durchwahl hotline anrufen erreichbar erreichen reach ' +
    'portable móvil cellulare ruf',
  card: 'card cards kreditkarte* kartennummer* karte visa mastercard amex maestro carte tarjeta',
  iban: 'iban account bankverbindung kontonummer* konto',
  id:
    'ssn itin tin steuer* idnr svnr sozialversicherung* versicherungsnummer ahv avs nino insurance nhs nir sécu* dni nie nif ' +
    'fiscale bsn burgerservice* sofi pesel rijksregister* niss personnummer personnr cpr hetu henkilötunnus ' +
    'fødselsnummer fodselsnummer contribuinte pps ppsn rodné amka egn cnp oib cpf aadhaar tfn curp kimlik passport',
  business:
    'order orders invoice invoices ticket tickets case cases ref reference sku article item items po purchase batch serial ' +
    'version build commit sha tracking parcel shipment customer claim contract policy quote job asset part material ' +
    'delivery ean isbn gtin barcode bestell* rechnung* auftrag* vorgang* kunde* artikel* lieferschein* sendung* vertrag* ' +
    'aktenzeichen beleg* seriennummer* commande facture pedido factura ordine fattura amount total sum betrag summe eur ' +
    'euro euros usd row rows id timestamp',
};

const WHOLE = new Map<string, Hint>();
const STEMS: (readonly [string, Hint])[] = [];
for (const [hint, words] of Object.entries(WORDS) as [Hint, string][]) {
  for (const word of words.split(' ')) {
    if (word.endsWith('*')) STEMS.push([word.slice(0, -1), hint]);
    else WHOLE.set(word, hint);
  }
}

/**
 * What the words right before `at` say of what stands there: the nearest wins. A new line, a sentence
 * or another value cuts them off.
 */
export function hintBefore(text: string, at: number): Hint {
  for (const word of (wordsBefore(text, at).match(/\p{L}+/gu) ?? []).reverse()) {
    const hint = WHOLE.get(word) ?? (word.length > 3 ? STEMS.find(([stem]) => word.startsWith(stem))?.[1] : undefined);
    if (hint !== undefined) return hint;
  }
  return 'none';
}

/** Whether `hints` is found in the words near before `at`, whatever else stands there. They are in lower case. */
export const isHinted = (text: string, at: number, hints: RegExp): boolean => hints.test(wordsBefore(text, at));

function wordsBefore(text: string, at: number): string {
  const reach = text.slice(Math.max(0, at - REACH), at).toLowerCase();
  const cut = Math.max(
    reach.lastIndexOf('\n'),
    reach.lastIndexOf('; '),
    reach.lastIndexOf(BLANK),
    endOfSentence(reach),
  );
  return cut < 0 ? reach : reach.slice(cut + 1);
}

/** "Tel. 0660" and "no. 12" are no ends of sentences: an abbreviation is short. */
function endOfSentence(text: string): number {
  for (let at = text.lastIndexOf('. '); at > 0; at = text.lastIndexOf('. ', at - 1)) {
    if (/\p{L}{5}$/u.test(text.slice(Math.max(0, at - 5), at))) return at;
  }
  return -1;
}
