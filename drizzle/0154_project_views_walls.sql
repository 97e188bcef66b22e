-- Whoever may read a project reads how often it was opened; only the program counts.
ALTER TABLE project_views ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE project_views FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON project_views USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON project_views USING (app_is_system());
--> statement-breakpoint
CREATE POLICY with_project ON project_views FOR SELECT USING (EXISTS (SELECT 1 FROM projects p WHERE p.id = project_id));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON project_views TO meguri_app;
