-- The wall around the tables of 0004, as around all others.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['worry_answers', 'worry_photos', 'project_groups', 'handover_notes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY with_worry ON worry_answers USING (EXISTS (SELECT 1 FROM worries w WHERE w.id = worry_id));
--> statement-breakpoint
CREATE POLICY with_worry ON worry_photos USING (EXISTS (SELECT 1 FROM worries w WHERE w.id = worry_id));
--> statement-breakpoint
-- the partner whom the owner asked to work on the worry together: its address names no organisation
CREATE POLICY helper ON worries USING (EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.organisation_id = help_from AND m.account_id = app_actor() AND m.until IS NULL));
--> statement-breakpoint
-- roles of a published project are told to everybody; the rest is the company's and the desk's
CREATE POLICY read_published ON project_groups FOR SELECT USING (EXISTS (
  SELECT 1 FROM projects p WHERE p.group_id = project_groups.id AND p.published_at IS NOT NULL));
--> statement-breakpoint
CREATE POLICY own ON project_groups USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON project_groups USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY parties ON handover_notes USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
-- whoever works on another role of the same group reads it
CREATE POLICY next_one ON handover_notes FOR SELECT USING (EXISTS (
  SELECT 1 FROM contracts c JOIN projects p ON p.id = c.project_id
  WHERE p.group_id = handover_notes.group_id AND c.account_id = app_actor() AND c.sealed_at IS NOT NULL));
--> statement-breakpoint
CREATE POLICY desk ON handover_notes FOR SELECT USING (app_is_desk());
