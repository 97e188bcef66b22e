-- Mandates, codes and assisted sessions: the company's own; a house reads what it was given; whoever works in a session ends it.
-- Codes are tried by the program alone.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mandates', 'assist_codes', 'assisted_sessions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO meguri_app', name);
    EXECUTE format('CREATE POLICY company ON %I USING (company_id = app_organisation())', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY partner ON mandates FOR SELECT USING (partner_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON mandates FOR SELECT USING (partner_id IS NULL AND app_is_desk());
--> statement-breakpoint
CREATE POLICY assistant ON assisted_sessions FOR SELECT USING (assistant_id = app_actor());
--> statement-breakpoint
CREATE POLICY assistant_ends ON assisted_sessions FOR UPDATE USING (assistant_id = app_actor());
--> statement-breakpoint

-- The company for which somebody of another house works in this transaction. They do not act for it as its people do
-- (app_organisation is nobody): only the tables named here open, and a table that comes later stays shut.
CREATE FUNCTION app_assisted() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.assisted', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app_assisted_writing() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT CASE WHEN current_setting('app.assisted_writes', true) = 'yes' THEN app_assisted() END $$;
--> statement-breakpoint
CREATE POLICY assisted ON worries FOR SELECT USING (company_id = app_assisted());
--> statement-breakpoint
CREATE POLICY assisted ON company_contacts FOR SELECT USING (company_id = app_assisted_writing());
--> statement-breakpoint
CREATE POLICY assisted ON project_groups FOR SELECT USING (company_id = app_assisted());
--> statement-breakpoint
CREATE POLICY assisted ON projects FOR SELECT USING (company_id = app_assisted());
--> statement-breakpoint
-- Of what is written, only what nobody else can see yet; what is decided about it is not theirs.
CREATE POLICY assisted_begins ON projects FOR INSERT
  WITH CHECK (company_id = app_assisted_writing() AND published_at IS NULL AND filled_at IS NULL);
--> statement-breakpoint
CREATE POLICY assisted_writes ON projects FOR UPDATE
  USING (company_id = app_assisted_writing() AND published_at IS NULL)
  WITH CHECK (company_id = app_assisted_writing() AND published_at IS NULL AND filled_at IS NULL);
--> statement-breakpoint
CREATE POLICY assisted_writes ON project_codes USING (EXISTS (
  SELECT 1 FROM projects p WHERE p.id = project_id AND p.company_id = app_assisted_writing() AND p.published_at IS NULL));
--> statement-breakpoint
-- who wrote last decides whose screen is old
CREATE POLICY assisted ON history FOR SELECT USING (subject_kind = 'project' AND organisation = app_assisted());
--> statement-breakpoint

-- Does a company owe answers? Whoever writes for it may not read its applications, and the rule holds for them too.
CREATE FUNCTION app_owes_answers(company uuid, at timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT company = app_assisted() AND EXISTS (
    SELECT 1 FROM applications a WHERE a.company_id = company AND a.sent_at IS NOT NULL AND a.answer_by < at
      AND a.withdrawn_at IS NULL AND a.shortlisted_at IS NULL AND a.interview_at IS NULL AND a.offered_at IS NULL
      AND a.accepted_at IS NULL AND a.declined_at IS NULL AND a.lapsed_at IS NULL) $$;
