-- A worry is a department's as its projects are. Its address names no company, so whose people somebody is of is asked by the company.
CREATE FUNCTION app_department_limit_in(company uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.department_id FROM memberships m JOIN organisations o ON o.id = m.organisation_id
    WHERE app_power() = 'person' AND m.account_id = app_actor() AND m.organisation_id = company
      AND m.until IS NULL AND m.role <> 'owner' AND o.separated_at IS NOT NULL $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app_department_limit() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT app_department_limit_in(app_organisation()) $$;
--> statement-breakpoint
ALTER TABLE worries ALTER COLUMN department_id SET DEFAULT app_member_department();
--> statement-breakpoint
-- What there is stays the whole company's, unless one department made all that was made of it.
UPDATE worries SET department_id = made.by_department
  FROM (SELECT worry_id, min(department_id::text)::uuid AS by_department FROM projects WHERE worry_id IS NOT NULL
    GROUP BY worry_id HAVING count(DISTINCT department_id) = 1 AND count(*) = count(department_id)) made
  WHERE made.worry_id = worries.id;
--> statement-breakpoint
-- What somebody wrote stays theirs to read.
CREATE POLICY department ON worries AS RESTRICTIVE USING ((SELECT app_power()) <> 'person' OR company_id IS NULL
  OR account_id = app_actor() OR app_department_limit_in(company_id) IS NULL
  OR department_id = app_department_limit_in(company_id)) WITH CHECK (true);
--> statement-breakpoint
-- Of a group whoever sees a project of it; a partner's notes of a talk are the whole company's until somebody took lines of them.
CREATE POLICY department ON project_groups AS RESTRICTIVE USING ((SELECT app_department_limit()) IS NULL
  OR company_id IS DISTINCT FROM app_organisation()
  OR EXISTS (SELECT 1 FROM projects p WHERE p.group_id = project_groups.id)) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY department ON dialogues AS RESTRICTIVE USING ((SELECT app_department_limit()) IS NULL
  OR company_id IS DISTINCT FROM app_organisation()) WITH CHECK (true);
