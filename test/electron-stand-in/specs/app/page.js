const status = document.querySelector('[role=status]');
status.addEventListener('dragover', (event) => event.preventDefault());
status.addEventListener('drop', (event) => {
  event.preventDefault();
  status.textContent = [...event.dataTransfer.files].map((file) => window.api.pathForFile(file)).join(' | ');
});
