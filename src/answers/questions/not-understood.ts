// What is said of a question of which every word is known and no meaning.
export const NOT_UNDERSTOOD = 'Mirror does not understand this question.';
