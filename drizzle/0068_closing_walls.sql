-- A project that takes so many applications and no more closes with the last of them, in that person's own act: asked with
-- the owner's eyes, because nobody but its company may write a project. Does nothing while there is room.
CREATE FUNCTION app_close_full_project(project uuid, at timestamptz) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ WITH closed AS (
      UPDATE projects p SET closed_at = at, updated_at = at, version = version + 1
      WHERE p.id = project AND p.published_at IS NOT NULL AND p.closed_at IS NULL AND p.filled_at IS NULL
        AND p.unfilled_at IS NULL AND p.withdrawn_at IS NULL
        AND app_sent_applications(p.id) >= p.application_limit
      RETURNING p.id)
    SELECT EXISTS (SELECT 1 FROM closed) $$;
