-- Departments of a company, and what their people see of it where the company says so.
ALTER TABLE departments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE departments FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON departments USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON departments USING (app_is_system());
--> statement-breakpoint
CREATE POLICY same_organisation ON departments USING (organisation_id = app_organisation());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON departments TO meguri_app;
--> statement-breakpoint
CREATE POLICY own ON organisations FOR UPDATE USING (id = app_organisation());
--> statement-breakpoint

-- The department that somebody works for in the company in whose name they act. What they write is its.
CREATE FUNCTION app_member_department() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT department_id FROM memberships
    WHERE account_id = app_actor() AND organisation_id = app_organisation() AND until IS NULL $$;
--> statement-breakpoint
ALTER TABLE projects ALTER COLUMN department_id SET DEFAULT app_member_department();
--> statement-breakpoint

-- The only department whose projects somebody sees; null for whoever sees everything of the company. Asked with the owner's
-- eyes, once in a query.
CREATE FUNCTION app_department_limit() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.department_id FROM memberships m JOIN organisations o ON o.id = m.organisation_id
    WHERE app_power() = 'person' AND m.account_id = app_actor() AND m.organisation_id = app_organisation()
      AND m.until IS NULL AND m.role <> 'owner' AND o.separated_at IS NOT NULL $$;
--> statement-breakpoint
CREATE FUNCTION app_sees_project(project uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM projects
    WHERE id = project AND department_id IS NOT DISTINCT FROM app_department_limit()) $$;
--> statement-breakpoint
CREATE FUNCTION app_sees_application(application uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM applications WHERE id = application AND app_sees_project(project_id)) $$;
--> statement-breakpoint
CREATE FUNCTION app_sees_contract(contract uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM contracts WHERE id = contract AND app_sees_project(project_id)) $$;
--> statement-breakpoint

-- Restrictive: it takes away, also from what everybody may read, as long as somebody acts in the company's name. Called again
-- by whoever adds a table of a company that hangs on a project, an application or a contract.
CREATE FUNCTION app_wall_departments() RETURNS void LANGUAGE plpgsql AS $$
DECLARE row record;
BEGIN
  FOR row IN
    SELECT t.relname AS name, CASE WHEN t.relname = 'projects' THEN 'id' ELSE (array_agg(c.column_name::text ORDER BY
        array_position(ARRAY['project_id', 'application_id', 'contract_id'], c.column_name::text)) FILTER
        (WHERE c.column_name IN ('project_id', 'application_id', 'contract_id')))[1] END AS key
    FROM pg_class t JOIN information_schema.columns c ON c.table_schema = 'public' AND c.table_name = t.relname
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relrowsecurity
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'department')
    GROUP BY t.relname HAVING bool_or(c.column_name = 'company_id')
  LOOP
    CONTINUE WHEN row.key IS NULL;
    EXECUTE format('CREATE POLICY department ON %I AS RESTRICTIVE USING ((SELECT app_department_limit()) IS NULL
      OR company_id IS DISTINCT FROM app_organisation() OR app_sees_%s(%I)) WITH CHECK (true)',
      row.name, CASE row.key WHEN 'application_id' THEN 'application' WHEN 'contract_id' THEN 'contract' ELSE 'project' END, row.key);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_wall_departments() FROM PUBLIC;
--> statement-breakpoint
SELECT app_wall_departments();
