export type DrawerTab = 'polls' | 'people' | 'more';
