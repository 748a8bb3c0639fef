import { customerNamed } from '../../config/workspaceConfig';
import { placeOf } from '../../findings/places';
import { defineRule } from '../defineRule';

/** `customer/partner-managed`: what its partner alone operates follows the partner’s own procedure. */
export const customerPartnerManaged = defineRule({
  id: 'customer/partner-managed',
  severity: 'error',
  lasts: 'open',
  reads: ['customer'],
  sources: ['S'],
  title: { en: 'Customer managed by its partner alone', es: 'Cliente gestionado solo por su socio' },
  explanation: {
    en: 'A customer whose file says `managed_by: partner` is operated exclusively by its partner, and the partner’s own procedure applies. A change of ours for it is a mistake, or the file is.',
    es: 'Un cliente cuyo fichero dice `gestionado_por: socio` lo opera exclusivamente su socio, y rige el procedimiento del socio. Un cambio nuestro para él es un error, o lo es el fichero.',
  },
  messages: {
    managed: {
      en: '{customer} is managed by {partner} alone, whose own procedure applies; hand the change over, or correct the customer’s file.',
      es: 'A {customer} lo gestiona solo {partner}, con su propio procedimiento; pásale el cambio o corrige el fichero del cliente.',
    },
  },
  *check(record, context) {
    const written = record.data.customer ?? '';
    const customer = customerNamed(context.config, written);
    if (customer?.managed_by !== 'partner') return;
    const partner = customer.partner?.name;
    const args = {
      customer: customer.name ?? written,
      'partner.en': partner ?? 'its partner',
      'partner.es': partner ?? 'su socio',
    };
    yield { message: 'managed', range: placeOf(record, ['customer']), args };
  },
});
