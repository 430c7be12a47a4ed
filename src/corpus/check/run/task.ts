import type { Task } from '../../run/task.js';
import type { CheckedArticle } from './article.js';
import type { CheckGiven } from './given.js';
import type { SurveyedArticle } from './survey.js';

/** Looks which articles something may be found in, and collects what rules over the tree need to know. */
export const surveyTask: Task<CheckGiven, SurveyedArticle> = { name: 'survey', load: () => import('./survey.js') };

/** Checks an article, and writes what is found. */
export const checkTask: Task<CheckGiven, CheckedArticle> = { name: 'check', load: () => import('./article.js') };
