/**
 * What was written, without a user name and a password that may stand in it: errors are printed where the whole world may
 * read them. Everything between the first colon and the last @ is one, for how a broken address is to be cut can't be known.
 */
export const withoutLogin = (written: string): string => written.replace(/:[\s\S]*@/, ':…@');
