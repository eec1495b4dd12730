import tinymce from 'tinymce/tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/plugins/lists';
import 'tinymce/themes/silver';
import { offer } from './peer.js';

offer(async (html, target) => {
  const bare = { menubar: false, toolbar: false, statusbar: false, promotion: false, branding: false };
  const offline = { skin: false, content_css: false, license_key: 'gpl' };
  const [editor] = await tinymce.init({ target, inline: true, plugins: 'lists', ...bare, ...offline });
  editor.setContent(html);
  return editor.getBody();
});
