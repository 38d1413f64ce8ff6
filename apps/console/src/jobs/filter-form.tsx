import { useId } from 'preact/hooks';

import { isAdmin } from '../account/person.ts';
import type { App } from '../app.ts';
import { Field, type FieldProps } from '../controls/field.tsx';
import { fieldProblem } from '../controls/problem-text.ts';
import { routeTo } from '../frame/route.ts';
import { stateWords } from '../live-job/states.ts';
import { type FilterForm as Form, formOf, isFiltered, openStates, queryOf } from './job-filter.ts';
import { listWords } from './words.ts';

const rare = ['name', 'tag', 'createdAfter', 'createdBefore'] as const;

/** What is shown of the list: each change is a new address, which can be sent on and gone back from. */
export function FilterForm({ app, form, failure, names }: FilterFormProps) {
  const words = listWords[app.language.value];
  const states = stateWords[app.language.value];
  const id = useId();
  const field = (name: keyof Form, more: Partial<FieldProps> = {}) => (
    <Field
      label={words.fields[name]}
      name={name}
      value={form[name]}
      wrong={fieldProblem(failure, `/${name}`)}
      autocomplete="off"
      {...more}
    />
  );
  const shown = isAdmin(app.person) ? ([...rare, 'owner'] as const) : rare;
  return (
    <form
      class="card stack tight"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        location.hash = routeTo('jobs', undefined, queryOf(formOf(new FormData(event.currentTarget))));
      }}
    >
      <div class="jobs-filters">
        {field('q', { type: 'search', inputMode: 'search', hint: words.hint })}
        <div class="field">
          <label for={id}>{words.fields.state}</label>
          <select
            id={id}
            name="state"
            value={form.state}
            onChange={(event) => event.currentTarget.form?.requestSubmit()}
          >
            <option value="">{words.all}</option>
            <option value={openStates}>{words.open}</option>
            {Object.entries(states).map(([state, text]) => (
              <option key={state} value={state}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <div class="row jobs-filters-act">
          <button type="submit" class="primary">
            {words.apply}
          </button>
          {isFiltered(form) && (
            <a class="button plain" href={routeTo('jobs')}>
              {words.clear}
            </a>
          )}
        </div>
      </div>
      <details open={shown.some((name) => form[name] !== '')}>
        <summary>{words.filters}</summary>
        <div class="jobs-filters">
          {shown.map((name) =>
            name === 'createdAfter' || name === 'createdBefore'
              ? field(name, { type: 'datetime-local' })
              : field(name, name === 'name' ? { list: `${id}-names` } : {}),
          )}
        </div>
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </details>
    </form>
  );
}

/** What the form of a list is given. */
export interface FilterFormProps {
  app: App;
  /** As the address has it. */
  form: Form;
  /** What the list was answered last, for the fields that it is about. */
  failure: unknown;
  /** Kinds of job to choose from. */
  names: readonly string[];
}
