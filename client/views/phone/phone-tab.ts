export type PhoneTab = 'now' | 'agenda' | 'lead' | 'vote' | 'more';
