-- The wall around the tables before it. A sheet is read by the partner that wrote it until the company answers, and by the
-- company; what became of its lines by whoever may see the challenge. Who lends for a bank never sees any of it.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dialogues', 'dialogue_lines'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY partner ON dialogues USING (
  partner_id = app_organisation() AND NOT app_is_lending() AND app_is_shown(partner_id, company_id));
--> statement-breakpoint
CREATE POLICY company_reads ON dialogues FOR SELECT USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY company_answers ON dialogues FOR UPDATE USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY partner ON dialogue_lines USING (EXISTS (
  SELECT 1 FROM dialogues d
  WHERE d.id = dialogue_id AND d.partner_id = app_organisation() AND NOT app_is_lending() AND d.taken_at IS NULL));
--> statement-breakpoint
CREATE POLICY company ON dialogue_lines USING (EXISTS (
  SELECT 1 FROM dialogues d WHERE d.id = dialogue_id AND d.company_id = app_organisation()));
--> statement-breakpoint
CREATE POLICY with_worry ON dialogue_lines FOR SELECT USING (
  worry_id IS NOT NULL AND EXISTS (SELECT 1 FROM worries w WHERE w.id = worry_id));
