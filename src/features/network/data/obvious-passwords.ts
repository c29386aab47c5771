/** First guesses of anybody who tries the passwords of this installation; digits and signs around them change nothing. */
export const obviousPasswords: readonly string[] = [
  'password',
  'passw',
  'qwerty',
  'qwertyuiop',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'iloveyou',
  'prongsai',
  'thailand',
  'moi',
  'รหัสผ่าน',
  'กระทรวงมหาดไทย',
  'โปร่งใส',
  'สวัสดี',
];
