/** Writes all that is made from other files and not committed: templates, style sheet, browser scripts, content. */
import './compile-templates.ts'
import './compile-content.ts'
