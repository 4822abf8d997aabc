/** The header in which the server tells the identity library who asks. What a client sends under this name is overwritten. */
export const ADDRESS_HEADER = 'x-tandem-address';
