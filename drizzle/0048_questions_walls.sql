-- The wall around the tables of the migration before. Everybody reads what was answered; the company and the desk what waits;
-- who asked is that person's alone, so that neither of them can learn it.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['questions', 'askings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own ON askings USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY answered ON questions FOR SELECT USING (answered_at IS NOT NULL AND withdrawn_at IS NULL);
--> statement-breakpoint
CREATE POLICY asker ON questions FOR SELECT USING (EXISTS (
  SELECT 1 FROM askings a WHERE a.question_id = questions.id AND a.account_id = app_actor()));
--> statement-breakpoint
CREATE POLICY asker_takes_back ON questions FOR UPDATE USING (EXISTS (
  SELECT 1 FROM askings a WHERE a.question_id = questions.id AND a.account_id = app_actor()))
  WITH CHECK (answered_at IS NULL);
--> statement-breakpoint
-- never to the employer, or to another company that the person hides from
CREATE POLICY ask ON questions FOR INSERT WITH CHECK (
  app_actor() IS NOT NULL AND answered_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM talents t WHERE t.account_id = app_actor() AND app_is_hidden(t.id, company_id)));
--> statement-breakpoint
CREATE POLICY company ON questions USING (company_id = app_organisation() AND withdrawn_at IS NULL);
--> statement-breakpoint
CREATE POLICY desk ON questions FOR SELECT USING (app_is_desk());
